/** The same, with ten thousand pieces of garbage. */
import "./listen.test.ts";
