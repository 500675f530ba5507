// Loaded before main.ts (`node --import`), in JavaScript: an older Node cannot read TypeScript, so that main.ts itself could not say why.
const NODE_MAJOR_MIN = 24

const major = Number(process.versions.node.split('.')[0])
if (major < NODE_MAJOR_MIN) {
  console.error(
    [
      `Onhand runs on Node ${NODE_MAJOR_MIN} or newer; this is Node ${process.versions.node} (${process.execPath}).`,
      'On Linux, Windows and Intel Macs `npm ci` brings a fitting Node along, and the scripts of package.json use it: run `npm ci`, then `npm start`.',
      `Elsewhere install Node ${NODE_MAJOR_MIN}: https://nodejs.org/en/download`,
    ].join('\n'),
  )
  process.exit(1)
}
