/** A picture drawn anew: nothing of the file that came is in it but what is seen. */
export type Drawn = {
  /** Of the widest. */
  width: number;
  height: number;
  /** From small to large. `width` is the one that it stands for; the picture is never wider than it came. */
  renditions: { width: number; bytes: Uint8Array<ArrayBuffer> }[];
};

export type Pictures = {
  /** Refuses what is no picture, what is damaged and what is too large. */
  draw(bytes: Uint8Array): Promise<Drawn>;
};
