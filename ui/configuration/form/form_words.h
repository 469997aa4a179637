// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/form_field.h"

#include <QString>
#include <QStringList>

// The words of the form, translated; titles and descriptions of fields are the schema's own. Main thread.
namespace mediahelm::ui {

QString sectionTitle(control::FormSection section);
QStringList columnTitles(control::FieldKind kind);
QString addLabel(control::FieldKind kind); // "Add a port"

// What is to be known of a field's value beside it: where it comes from, what it comes to, what else it changes. Empty
// where there is nothing to say.
QString fieldNote(const control::FormField &field);
// Why a row cannot be edited; empty where it can.
QString lockWords(control::FormLock lock);
// What the field is, for a tool tip: HTML in which everything from outside is escaped.
QString fieldTip(const control::FormField &field);

// Why a text cannot be a field's value, as far as that can be told at once; empty where it can. A reference to a
// variable always can.
QString refusal(const control::FormField &field, const QString &text);

} // namespace mediahelm::ui
