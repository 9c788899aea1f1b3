/** A page that follows another at once takes the place of its transition. The router hands the browser's word of it to nobody. */
export const allowSkippedTransitions = (): void =>
  window.addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof DOMException && /^Transition was (skipped|aborted)/.test(event.reason.message))
      event.preventDefault();
  });
