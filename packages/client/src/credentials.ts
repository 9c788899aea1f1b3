/** Who asks. Neither a key nor a token: a visitor, who may read what everybody may. */
export type Credentials = {
  /** `mj_…`, made by `account.createKey`. Whoever has it can do what its scopes say: keep it out of web pages. */
  apiKey?: string | undefined;
  /** Asked before every call. `refused` is a token that MueJam no longer takes: answer with another one. */
  getToken?: ((refused: string | undefined) => string | null | Promise<string | null>) | undefined;
  /** The profile to speak for, where an account has several. */
  actingAs?: string | undefined;
};
