/** Paper, and systems that choose the colours themselves. Nothing moves, so nothing has to stop moving. */
export const surroundings: string = `
@media print {
  .embalm.embalm { break-inside: avoid; }
  .embalm .embalm-date[href]::after { content: " <" attr(href) ">"; }
  .embalm .embalm-provenance::details-content, .embalm .embalm-alt::details-content { content-visibility: visible; height: auto; }
  .embalm .embalm-alt { position: static; max-width: none; background: none; color: inherit; }
}
@media (forced-colors: active) {
  .embalm :is(.embalm-tick, .embalm-mark::before, .embalm-notice::before, .embalm-missing::before, .embalm-provenance summary::before, .embalm-provenance summary::after) { forced-color-adjust: none; background: CanvasText; }
  .embalm rect { fill: GrayText; }
}
`;
