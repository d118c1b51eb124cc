// Plain JavaScript, because an older Node cannot read the TypeScript of the scripts it is run before.
const needed = [22, 18]
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(`Lantai needs Node ${needed.join('.')} or newer; this is ${process.versions.node}. Node 24 is at https://nodejs.org`)
  process.exit(1)
}
