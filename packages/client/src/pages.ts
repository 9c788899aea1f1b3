import type { CallOptions } from "./procedures.ts";

type PageOf = { items: readonly unknown[]; nextCursor: string | null };

/** Page after page of a list, each read when it is asked for. */
export async function* pages<Input extends { cursor?: string | undefined }, Page extends PageOf>(
  read: (input: Input, options?: CallOptions) => Promise<Page>,
  input: Input,
  options?: CallOptions,
): AsyncGenerator<Page, void, undefined> {
  for (let next: Input | null = input; next; ) {
    const page: Page = await read(next, options);
    next = page.nextCursor === null ? null : { ...next, cursor: page.nextCursor };
    yield page;
  }
}
