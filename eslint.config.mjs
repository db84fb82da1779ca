import { defineConfig, globalIgnores } from "eslint/config";
import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

export default defineConfig([
  globalIgnores([".next*/**", "var/**", "node_modules/**", "next-env.d.ts", "test-results/**", "playwright-report/**"]),
  ...nextVitals,
  ...nextTypescript,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": ["error", { allow: ["warn", "error"] }],
    },
  },
  { files: ["bin/**", "db/**", "e2e/**"], rules: { "no-console": "off" } },
  // There is no React outside app: a function that begins with "use" is no hook there.
  { files: ["bin/**", "db/**", "e2e/**", "lib/**"], rules: { "react-hooks/rules-of-hooks": "off" } },
  // Downloads are answered by routes, not pages; and a form leaves its busy state when its own transition has ended.
  { files: ["app/**"], rules: { "@next/next/no-html-link-for-pages": "off", "react-hooks/set-state-in-effect": "off" } },
  {
    files: ["app/**/*.tsx"],
    rules: {
      "no-restricted-imports": ["error", { paths: ["next/link", "next/form"].map((name) => ({ name, message: "Use app/_components/ui/link or get-form: they ask for nothing ahead." })) }],
      "no-restricted-syntax": ["error", { selector: "JSXOpeningElement[name.name='details']", message: "Use Details: a disclosure opened before hydration must not be reported as a mismatch." }],
    },
  },
  { files: ["app/_components/ui/{link,get-form}.tsx"], rules: { "no-restricted-imports": "off" } },
  { files: ["postcss.config.mjs"], rules: { "import/no-anonymous-default-export": "off" } },
]);
