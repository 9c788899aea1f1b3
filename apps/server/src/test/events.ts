import { z } from "zod";

/** What one message of an event stream says. `data` is JSON, if it is anything. */
export type Heard = { event: string; id: string | undefined; data: unknown };

export const eventsOf = (text: string): Heard[] =>
  text.split(/\n\n+/).flatMap((block) => (block.trim() === "" ? [] : [heardOf(block)]));

/** As they come, until the stream ends or is cut. */
export async function* readEvents(response: Response): AsyncGenerator<Heard> {
  let rest = "";
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = `${rest}${piece}`.split("\n\n");
    rest = blocks.pop() ?? "";
    yield* eventsOf(blocks.join("\n\n"));
  }
}

const Failure = z.object({ data: z.object({ app: z.object({ code: z.string() }) }) });

/** How a stream was refused; undefined where it was not. */
export function refusalIn(events: readonly Heard[]): string | undefined {
  const failure = events.find(({ event }) => event === "serialized-error");
  return failure && Failure.parse(failure.data).data.app.code;
}

function heardOf(block: string): Heard {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1];
  const data = field("data");
  return { event: field("event") ?? "message", id: field("id"), data: data ? JSON.parse(data) : undefined };
}
