const channel = "muejam:desk";

/** One tab hears for all of a browser; whichever tab has a chapter open wants to know. */
export function tellDesks(): void {
  const desks = new BroadcastChannel(channel);
  desks.postMessage(null);
  desks.close();
}

/** Something is new where this face writes: who is there, or what they wrote. Answers how to stop. */
export function hearDesk(act: () => void): () => void {
  const desk = new BroadcastChannel(channel);
  desk.onmessage = act;
  return () => desk.close();
}
