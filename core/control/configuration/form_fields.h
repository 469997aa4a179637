// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration/schema_words.h"
#include "core/control/form_field.h"

#include <QStringList>

namespace mediahelm::control {

// A field that forms of services have, by what the schema says about it; without any value.
struct FormFieldKind {
    QStringList path; // below the service
    bool isUsual = true; // shown also where it is not set
    bool mayBeList = false; // a text that may be written as a list
    FormField field; // its pointer is empty
};

// The fields of a service's form, in their order. Takes a millisecond: keep it.
QList<FormFieldKind> formFields(const SchemaGuide &guide);

// How many cells a row of this kind has; 0: it is a field of one value.
int columnsOf(FieldKind kind);

} // namespace mediahelm::control
