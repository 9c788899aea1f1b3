/** The same, with ten thousand inputs each. */
import "./app.fuzz.test.ts";
