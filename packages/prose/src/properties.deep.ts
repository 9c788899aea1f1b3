// The same properties as in the tests beside the sources, with as many documents as the deep run asks for.
import "./block-id.test.ts";
import "./canonical-json.test.ts";
import "./change.test.ts";
import "./edit.test.ts";
import "./merge.test.ts";
import "./merge-text.test.ts";
import "./merge-words.test.ts";
import "./values.test.ts";
import "./walk.test.ts";
