// The same properties as in the tests beside the sources, with as many documents as the deep run asks for.
import "./editor-schema.test.ts";
import "./html-tree.test.ts";
import "./validate.property.test.ts";
