declare module 'twitter-text' {
  const twitterText: { readonly extractEntitiesWithIndices: (text: string) => readonly unknown[] };
  export default twitterText;
}
