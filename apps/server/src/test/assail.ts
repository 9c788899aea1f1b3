import fc, { type Arbitrary } from "fast-check";
import { expect } from "vitest";

const usual = process.env["MUEJAM_DEEP"] ? 3000 : 300;
const atOnce = 10;
const leak = /node_modules|\.ts:\d|\bat \w+ \(|select .* from|insert into|prisma|postgres:\/\//i;

type Assault = {
  send: (text: string) => Response | Promise<Response>;
  see: (text: string, answer: string) => void;
  inputsEach?: number;
};

/** Sends inputs, some at a time, and holds each answer to what every door promises: no bug, no wait, no leak. */
export async function assail(input: Arbitrary<string>, { send, see, inputsEach = usual }: Assault): Promise<void> {
  const ask = async (text: string, isAgain = false): Promise<void> => {
    const started = performance.now();
    const response = await send(text);
    const answer = await response.text();
    expect(response.status, answer).toBeLessThan(500);
    const ms = performance.now() - started;
    // Where the machine stood still, the same is quick the next time; what holds the process up does it again.
    if (ms >= 1000 && !isAgain) return ask(text, true);
    expect(ms).toBeLessThan(1000);
    expect(answer).not.toMatch(leak);
    see(text, answer);
  };
  const volley = fc.array(input, { minLength: atOnce, maxLength: atOnce });
  const property = fc.asyncProperty(volley, async (texts) => void (await Promise.all(texts.map((text) => ask(text)))));
  await fc.assert(property, { numRuns: inputsEach / atOnce, endOnFailure: true });
}
