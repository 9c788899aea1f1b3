import { test } from "vitest";
import { assertTwins } from "../../test/visibility-twins.ts";

test("the predicate and the function agree on 10,000 random pairs", { timeout: 120_000 }, () => assertTwins(10_000));
