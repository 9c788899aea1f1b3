import type { Context, ESTree, Plugin } from "@oxlint/plugins";

/** Rules that no ready-made set has. Each is a guard against a habit, not a proof. */
const plugin: Plugin = {
  meta: { name: "muejam" },
  rules: {
    "no-double-cast": {
      create: (context) => ({
        TSAsExpression(node) {
          if (node.expression.type !== "TSAsExpression" || node.expression.typeAnnotation.type !== "TSUnknownKeyword")
            return;
          context.report({
            node,
            message: "A cast through unknown turns the type checker off: parse or narrow instead.",
          });
        },
      }),
    },
    "no-own-mock": {
      create: (context) => ({
        CallExpression(node) {
          const [first] = node.arguments;
          const isMock = /^(vi|vitest)\.(mock|doMock)$/.test(calleePath(node));
          if (!isMock || first?.type !== "Literal" || !/^(\.|@muejam\/)/.test(String(first.value))) return;
          context.report({ node, message: "Our own modules are never mocked: pass a fake adapter or clock in Ctx." });
        },
      }),
    },
    "no-skipped-test": {
      create: (context) => ({
        MemberExpression(node) {
          if (node.object.type !== "Identifier" || node.property.type !== "Identifier" || node.computed) return;
          const { name } = node.property;
          if (!/^(test|it|describe|suite)$/.test(node.object.name) || !/^(skip|only|todo|fails)$/.test(name)) return;
          context.report({
            node,
            message: `.${name} hides a test: fix it or delete it (skipIf with a reason is fine).`,
          });
        },
      }),
    },
    "no-inline-style": {
      create: (context) => ({
        JSXAttribute(node) {
          if (node.name.type !== "JSXIdentifier" || node.name.name !== "style") return;
          context.report({ node, message: "The content security policy refuses inline styles: use a class." });
        },
      }),
    },
    "words-from-catalogues": {
      create: (context) => {
        const refuse = (node: ESTree.Node) =>
          context.report({
            node,
            message: "Words that people see come from a catalogue: features/<x>/messages/en.json.",
          });
        return {
          JSXText(node) {
            if (isWording(node.value)) refuse(node);
          },
          JSXAttribute(node) {
            if (
              node.name.type === "JSXIdentifier" &&
              /^(aria-(label|description|valuetext)|title|placeholder|alt|label|hint|legend|caption|summary)$/.test(
                node.name.name,
              )
            )
              wordingsIn(node.value).forEach(refuse);
          },
          JSXExpressionContainer(node) {
            if (node.parent.type !== "JSXAttribute") wordingsIn(node).forEach(refuse);
          },
        };
      },
    },
    "class-only-for-errors": {
      create: (context) => ({
        ClassDeclaration: (node) => checkClass(context, node),
        ClassExpression: (node) => checkClass(context, node),
      }),
    },
    "sql-in-repos-only": {
      create: (context) => ({
        MemberExpression(node) {
          const owner = node.object.type === "MemberExpression" ? node.object.property : node.object;
          const isDb = owner.type === "Identifier" && /^(db|prisma)$/.test(owner.name);
          const isRaw =
            node.property.type === "Identifier" && /^\$(query|execute|transaction)/.test(node.property.name);
          if (isDb || isRaw)
            context.report({ node, message: "Queries live in *.repo.ts: hand db on, do not use it here." });
        },
      }),
    },
    "policy-is-sync": {
      create: (context) => ({
        AwaitExpression: (node) =>
          context.report({ node, message: "A policy is pure: it decides on what it is given." }),
      }),
    },
    "transact-asks-policy": {
      create: (context) => {
        let hasPolicyImport = false;
        return {
          ImportDeclaration(node) {
            if (node.source.value.endsWith(".policy.ts") && node.importKind !== "type") hasPolicyImport = true;
          },
          CallExpression(node) {
            if (calleePath(node) !== "transact" || hasPolicyImport) return;
            context.report({
              node,
              message: "A service that writes asks a policy first: import this domain's *.policy.ts.",
            });
          },
        };
      },
    },
  },
};

// oxlint loads a plugin by its default export.
export default plugin;

/** Two letters side by side; the name of the house is no word. */
const isWording = (text: string): boolean => /\p{L}{2}/u.test(text.replaceAll("MueJam", ""));

/** What may be shown of an expression, as far as it is written out. */
function wordingsIn(node: ESTree.Node | null): ESTree.Node[] {
  switch (node?.type) {
    case "JSXExpressionContainer":
      return wordingsIn(node.expression);
    case "Literal":
      return typeof node.value === "string" && isWording(node.value) ? [node] : [];
    case "TemplateLiteral":
      return node.quasis.some(({ value }) => isWording(value.raw)) ? [node] : [];
    case "ConditionalExpression":
      return [...wordingsIn(node.consequent), ...wordingsIn(node.alternate)];
    case "LogicalExpression":
      return wordingsIn(node.right);
    default:
      return [];
  }
}

function checkClass(context: Context, node: ESTree.Class): void {
  const parent = node.superClass?.type === "Identifier" ? node.superClass.name : "";
  if (!parent.endsWith("Error"))
    context.report({ node, message: "Write a plain function: classes are for errors only." });
}

function calleePath(node: ESTree.CallExpression): string {
  const { callee } = node;
  if (callee.type === "Identifier") return callee.name;
  if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier") return "";
  return callee.property.type === "Identifier" ? `${callee.object.name}.${callee.property.name}` : "";
}
