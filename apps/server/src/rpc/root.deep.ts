/** The same, with ten thousand inputs for each procedure. */
import "./root.test.ts";
