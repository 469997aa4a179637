// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/form_field.h"

#include <QByteArray>
#include <QFuture>

namespace mediahelm::control {

// A change that a form makes to the text of a Compose file.
struct FormEdit {
    enum class Action {
        set, // a field of one value, or a cell of a row
        remove, // the field, or the row
        add, // a row at the end of the field
    };

    Action action = Action::set;
    QString pointer; // of the field; to set a cell or remove a row: of the row
    int column = -1; // of the cell
    QStringList texts; // set: one, where an empty one takes a cell out; add: the cells of the row

    friend bool operator==(const FormEdit &, const FormEdit &) = default;
};

// Compose files as forms. Texts are handed over with each question, as with TextHelp. Owned by the open configuration;
// main thread, answers come later, in order.
class FormDesk
{
public:
    virtual ~FormDesk() = default;

    // The services of a Compose file with this text. Errors: invalid (no Compose file of the workspace; a text that
    // cannot be read just now, with why and where), refused (too much is asked at once).
    virtual QFuture<base::Result<ComposeForm>> form(const QString &path, const QByteArray &text) = 0;
    // The text with the change in it; no byte of anything else changes, see core/workspace/edit. Nothing is written.
    // Errors: invalid (a text that cannot be read, a pointer that is no field, cells that make no row), notFound (no
    // such row), conflict (it stands for something else, or cannot be written there).
    virtual QFuture<base::Result<QByteArray>> withField(const QString &path, const QByteArray &text,
                                                        const FormEdit &edit) = 0;
};

} // namespace mediahelm::control
