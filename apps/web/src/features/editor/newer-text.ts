/** The text was written by a newer MueJam than this page: it is left alone, and nothing of it is dropped. */
export class NewerText extends Error {
  override readonly name = "NewerText";
}
