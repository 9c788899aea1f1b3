/** The same, with ten thousand inputs each. */
import "./door-fuzz.test.ts";
