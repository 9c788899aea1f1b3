/** What Clerk's own object is asked for. */
export type Clerk = {
  readonly session:
    | { readonly id: string; getToken(options?: { skipCache?: boolean }): Promise<string | null> }
    | null
    | undefined;
  addListener(tell: () => void): () => void;
  signOut(options: { redirectUrl: string }): Promise<void>;
  mountSignIn(place: HTMLDivElement, options: object): void;
  unmountSignIn(place: HTMLDivElement): void;
  mountSignUp(place: HTMLDivElement, options: object): void;
  unmountSignUp(place: HTMLDivElement): void;
  mountUserProfile(place: HTMLDivElement, options: object): void;
  unmountUserProfile(place: HTMLDivElement): void;
};
