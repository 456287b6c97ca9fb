// Puts the bill of materials of npm into that of Go, and takes out what differs from run to run.
import { readFileSync } from "node:fs";

const [goFile, npmFile, epoch] = process.argv.slice(2);
const bom = JSON.parse(readFileSync(goFile, "utf8"));
const npm = JSON.parse(readFileSync(npmFile, "utf8"));
delete bom.serialNumber;
bom.metadata.timestamp = new Date(Number(epoch) * 1000).toISOString();
bom.components = [...(bom.components ?? []), ...(npm.components ?? [])];
bom.dependencies = [...(bom.dependencies ?? []), ...(npm.dependencies ?? [])];
process.stdout.write(JSON.stringify(bom, null, 1) + "\n");
