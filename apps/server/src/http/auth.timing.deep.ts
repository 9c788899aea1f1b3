import { expect, test } from "vitest";
import { ctxOf, make } from "../test/harness.ts";
import { openHttp, post, unlimited } from "../test/http.ts";
import { quantilesOf } from "../test/quantiles.ts";
import { join, newEmail, password } from "../test/sign-in.ts";

const SAMPLES = 300;
const ask = openHttp({ ctxFor: unlimited });
const { db } = ctxOf(make.system());
const { email: known } = await join();

type Door = { path: string; body: (email: string) => object };
const doors: Door[] = [
  { path: "/api/auth/sign-up", body: (email) => ({ email, password }) },
  { path: "/api/auth/sign-in", body: (email) => ({ email, password: "not the lantern" }) },
  { path: "/api/auth/forgot-password", body: (email) => ({ email }) },
];

/** Interleaved, so that whatever else the machine does falls on both alike. */
test.each(doors)(
  "$path takes as long for a stranger's address as for a known one",
  { timeout: 900_000 },
  async (door) => {
    const times = { known: new Array<number>(), unknown: new Array<number>() };
    for (let sample = 0; sample < 2 * SAMPLES; sample += 1) {
      const isKnown = sample % 2 === Math.floor(sample / 2) % 2;
      // Whoever is locked is answered at once, whether anybody has the address or not.
      await db.wrongGuess.deleteMany();
      const started = performance.now();
      const response = await ask(door.path, post(door.body(isKnown ? known : newEmail())));
      await response.text();
      times[isKnown ? "known" : "unknown"].push(performance.now() - started);
    }
    const [a, b] = [summary(times.known), summary(times.unknown)];
    const difference = Math.abs(a.median - b.median);
    process.stdout.write(
      `${door.path}: known ${told(a)}, unknown ${told(b)}, medians differ by ${difference.toFixed(2)} ms\n`,
    );
    // Less than the middle half of either is wide: nobody tells one from the other by one look, nor by a few.
    expect(difference).toBeLessThan(Math.max(2, Math.min(a.width, b.width) / 2));
  },
);

type Summary = { median: number; width: number };

function summary(times: number[]): Summary {
  const at = quantilesOf(times);
  return { median: at(0.5), width: at(0.75) - at(0.25) };
}

const told = ({ median, width }: Summary) => `${median.toFixed(2)} ms (middle half ${width.toFixed(2)} ms wide)`;
