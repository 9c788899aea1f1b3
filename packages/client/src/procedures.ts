export type CallOptions = { signal?: AbortSignal | undefined };

/** Two writes with the same key are one: give a key of your own to repeat a write after your program was restarted. */
export type WriteOptions = CallOptions & { idempotencyKey?: string | undefined };

/** `waiting`: the connection was lost, and is opened again in a moment. */
export type ListenState = "connecting" | "live" | "waiting";
export type ListenOptions = CallOptions & { onState?: ((state: ListenState) => void) | undefined };

/** Keep `id`: a later stream that is given it as `lastEventId` goes on behind it. */
export type Told<Event> = { id: string; data: Event };

export type Query<Input, Output> = { readonly query: (input: Input, options?: CallOptions) => Promise<Output> };
export type Mutation<Input, Output> = { readonly mutate: (input: Input, options?: WriteOptions) => Promise<Output> };
export type Subscription<Input, Event> = {
  readonly listen: (input: Input, options?: ListenOptions) => AsyncGenerator<Told<Event>, void, undefined>;
};
