import { newDomain, Refusal } from "./new-domain.ts";

const [kind, name] = process.argv.slice(2);

try {
  if (kind !== "domain") throw new Refusal("Only a domain can be made: npm run new -- domain <name>.");
  const files = newDomain({ root: process.cwd(), name, now: new Date() });
  console.log(files.join("\n"));
  console.log(`\nThe domain "${name}" is wired. Read its migration and its contract first; then: npm run verify`);
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
