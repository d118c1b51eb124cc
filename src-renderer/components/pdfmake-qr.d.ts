/** The encoder of codes that pdfmake prints with; it has no types of its own, and stands in a module of the older kind. */
declare module 'pdfmake/js/qrEnc.js' {
  interface Square {
    readonly x: number
    readonly y: number
    readonly w: number
  }
  interface Drawn {
    readonly _canvas: readonly Square[]
    readonly _width: number
  }
  const encoder: { readonly default: { measure(node: { qr: string; eccLevel?: 'L' | 'M' | 'Q' | 'H' }): Drawn } }
  export { encoder as default }
}
