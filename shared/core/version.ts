/** The product's version; a desk of another one is told so. Kept equal to package.json by a test. */
export const productVersion = '0.1.0'
