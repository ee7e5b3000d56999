import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const here = fileURLToPath(new URL(".", import.meta.url));
const packages = fileURLToPath(new URL("../node_modules/", import.meta.url));

// govuk-frontend names left and right; read right to left, its sides must change places.
const sides = [
  [/(margin|padding)-left:/g, "$1-inline-start:"],
  [/(margin|padding)-right:/g, "$1-inline-end:"],
  [/border-left(-color|-width|-style)?:/g, "border-inline-start$1:"],
  [/border-right(-color|-width|-style)?:/g, "border-inline-end$1:"],
  [/([{;])left:/g, "$1inset-inline-start:"],
  [/([{;])right:/g, "$1inset-inline-end:"],
  [/text-align:left/g, "text-align:start"],
  [/text-align:right/g, "text-align:end"],
];

const { css } = compile(`${here}scss/portal.scss`, {
  loadPaths: [packages],
  quietDeps: true,
  style: "compressed",
});

mkdirSync(`${here}vendor`, { recursive: true });
writeFileSync(`${here}vendor/portal.css`, sides.reduce((sheet, [a, b]) => sheet.replace(a, b), css));
copyFileSync(`${packages}htmx.org/dist/htmx.min.js`, `${here}vendor/htmx.min.js`);
