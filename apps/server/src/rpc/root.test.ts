import { fuzzProcedures } from "../test/fuzz-procedures.ts";

fuzzProcedures();
