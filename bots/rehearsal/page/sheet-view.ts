import { html } from 'hono/html';
import type { SeenField, SeenSheet } from '../phones/phone.ts';
import type { Html } from './page-parts.ts';
import { actionOf, type PhoneParts } from './phone-parts.ts';

/** A form that lies over the chat. The button that sends it comes first, because that is what the Enter key presses. */
export function sheetView(parts: PhoneParts, sheet: SeenSheet): Html {
  const { phone, say } = parts;
  const base = `sheet-${phone.id}`;
  const submit = sheet.submit ?? say('rehearsal-sheet-submit', {});
  const cancel = sheet.cancel ?? say('rehearsal-sheet-cancel', {});
  return html`<section class="over" role="dialog" aria-labelledby="${base}-title" data-revision="${sheet.mark}">
  <form id="${base}-cancel" method="post" action="${actionOf(parts, 'dismiss')}" data-live data-cancels></form>
  <form class="form" method="post" action="${actionOf(parts, 'submit')}" data-live>
    <h3 id="${base}-title">${sheet.title}</h3>
    <div class="fields">
      ${sheet.texts.map((text) => html`<p>${text}</p>`)}
      ${sheet.fields.map((field, index) => fieldView(field, `${base}-${index}`, index))}
    </div>
    ${parts.note === undefined ? '' : html`<p class="wrong" role="alert">${say(`rehearsal-${parts.note}`, {})}</p>`}
    <div class="ends"><button class="primary">${submit}</button><button type="submit" class="plain" form="${base}-cancel">${cancel}</button></div>
  </form>
</section>`;
}

function fieldView(field: SeenField, id: string, index: number): Html {
  const { label, hint, error, isRequired } = field;
  const hintId = hint === '' ? '' : `${id}-hint`;
  const errorId = error === '' ? '' : `${id}-error`;
  const described = [hintId, errorId].filter((each) => each !== '').join(' ');
  const star = isRequired ? html` <span class="star" aria-hidden="true">*</span>` : '';
  const below = html`${hint === '' ? '' : html`<p class="hint" id="${hintId}">${hint}</p>`}
    ${error === '' ? '' : html`<p class="wrong" id="${errorId}">${error}</p>`}`;
  const about = html`${described === '' ? '' : html`aria-describedby="${described}"`} ${error === '' ? '' : html`aria-invalid="true"`}`;
  if (field.kind === 'radio' || field.kind === 'many')
    return html`<fieldset class="field" ${about}><legend>${label}${star}</legend>${boxes(field, index)}${below}</fieldset>`;
  if (field.kind === 'tick')
    return html`<div class="field"><label class="box"><input type="checkbox" name="f${index}" value="yes" ${about}> ${label}</label>${below}</div>`;
  return html`<div class="field"><label for="${id}">${label}${star}</label>${control(field, id, index, about)}${below}</div>`;
}

function boxes({ kind, options, isRequired }: SeenField, index: number): Html[] {
  const isRadio = kind === 'radio';
  return options.map(
    ({ label, value, isChosen }) =>
      html`<label class="box"><input type="${isRadio ? 'radio' : 'checkbox'}" name="f${index}" value="${value}" ${isChosen ? 'checked' : ''} ${isRadio && isRequired ? 'required' : ''}> ${label}</label>`,
  );
}

function control(field: SeenField, id: string, index: number, about: Html): Html {
  const { kind, options, value, isRequired, longest } = field;
  const common = html`id="${id}" name="f${index}" ${isRequired ? 'required' : ''} ${about}`;
  if (kind === 'one')
    return html`<select ${common}><option value=""></option>${options.map(
      (option) =>
        html`<option value="${option.value}" ${option.isChosen ? 'selected' : ''}>${option.label}</option>`,
    )}</select>`;
  if (kind === 'long') return html`<textarea ${common} rows="2" maxlength="${longest}">${value}</textarea>`;
  if (kind === 'text')
    return html`<input type="text" ${common} maxlength="${longest}" autocomplete="off" value="${value}">`;
  return html`<input type="${kind === 'number' ? 'number' : kind}" ${common} value="${value}">`;
}
