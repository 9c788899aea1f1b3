/** The same, with ten times the inputs. */
import "./app.fuzz.test.ts";
