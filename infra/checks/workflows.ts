export type Workflow = { file: string; text: string };

const pinned = /^\s*-?\s*uses:\s+[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** What the schema of a workflow does not ask: where its code comes from, what it may do, and what strangers may say. */
export function findFaults({ file, text }: Workflow, scripts: ReadonlySet<string>): string[] {
  const lines = text.split("\n");
  const faults = lines.flatMap((line, index) =>
    findLineFaults(line, scripts).map((fault) => `${file}:${index + 1}: ${fault}`),
  );
  if (!/^permissions:\n {2}contents: read$/m.test(text))
    faults.push(`${file}: begin with "permissions: contents: read".`);
  if (!/^concurrency:$/m.test(text)) faults.push(`${file}: say which runs may stand side by side (concurrency).`);
  const jobs = text.split(/^jobs:$/m)[1]?.match(/^ {2}[\w-]+:$/gm)?.length ?? 0;
  const limits = text.match(/^ {4}timeout-minutes: \d+$/gm)?.length ?? 0;
  if (jobs === 0 || limits !== jobs) faults.push(`${file}: each of its ${jobs} jobs needs timeout-minutes.`);
  return [...faults, ...findRunFaults(file, text)];
}

function findLineFaults(line: string, scripts: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  if (/^\s*-?\s*uses:/.test(line) && !pinned.test(line))
    faults.push("pin the action by its whole commit and name its version.");
  if (/\bpull_request_target\b/.test(line)) faults.push("pull_request_target runs strangers' code with our rights.");
  for (const [, script = ""] of line.matchAll(/\bnpm (?:run )?((?:test|start|[\w:]+)(?![\w:]))/g))
    if (!["ci", "install", "run"].includes(script) && !scripts.has(script))
      faults.push(`package.json has no script "${script}".`);
  return faults;
}

/** Whoever opens a pull request chooses its title and branch; put into a command they would be run. */
function findRunFaults(file: string, text: string): string[] {
  const commands = text.matchAll(/^( *)-? *run:((?: .*)?(?:\n(?:\1 {2,}.*|\s*))*)/gm);
  return [...commands]
    .filter(([, , command = ""]) => /\$\{\{\s*(github\.(event|head_ref|ref_name)|inputs)\b/.test(command))
    .map(() => `${file}: a run command takes words from outside; pass them through env.`);
}
