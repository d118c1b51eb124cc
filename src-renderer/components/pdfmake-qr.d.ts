/** The encoder of codes that pdfmake prints with; it has no types of its own. */
declare module 'pdfmake/js/qrEnc.js' {
  interface Square { readonly x: number; readonly y: number; readonly w: number }
  const encoder: { measure(node: { qr: string; eccLevel?: 'L' | 'M' | 'Q' | 'H' }): { readonly _canvas: readonly Square[]; readonly _width: number } }
  export default encoder
}
