import { readFileSync, writeFileSync } from "node:fs";

// The lock holds hashes, never where a package comes from: a council sets its own registry.
const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
for (const entry of Object.values(lock.packages)) {
  delete entry.funding;
  delete entry.resolved;
}
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
