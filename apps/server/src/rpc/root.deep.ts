/** The same, with ten times the inputs for each procedure. */
import "./root.test.ts";
