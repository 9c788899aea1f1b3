/** Half of ten times the inputs for each procedure, in a world of its own; the other half runs beside it. */
import { fuzzProcedures } from "../test/fuzz-procedures.ts";

fuzzProcedures(1500);
