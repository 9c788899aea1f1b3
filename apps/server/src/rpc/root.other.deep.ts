/** The half of the inputs that root.one does not send. */
import { fuzzProcedures } from "../test/fuzz-procedures.ts";

fuzzProcedures(1500);
