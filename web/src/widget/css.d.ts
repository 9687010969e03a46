/** A style sheet of a widget, as text (build.mjs). */
declare module '*.css' {
  const text: string;
  export default text;
}
