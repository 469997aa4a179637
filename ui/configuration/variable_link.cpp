// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/variable_link.h"

#include "core/control/variable_desk.h"
#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/configuration/text_editor.h"

namespace mediahelm::ui {

VariableLink::VariableLink(control::Configuration &configuration, OpenFiles &files, QObject *parent)
    : QObject(parent)
    , m_configuration(configuration)
    , m_files(files)
{
}

void VariableLink::setValue(const QString &file, const QString &name, const QString &value)
{
    write(file, name, [this, name, value](const QByteArray &layer) {
        return m_configuration.variableDesk().withValue(layer, name, value);
    });
}

void VariableLink::takeOut(const QString &file, const QString &name)
{
    write(file, name,
          [this, name](const QByteArray &layer) { return m_configuration.variableDesk().withoutValue(layer, name); });
}

void VariableLink::write(const QString &file, const QString &name, const Edit &edit)
{
    m_files.open(file, [this, name, edit](OpenFile &layer) {
        if (layer.isLocked())
            return;
        const int generation = layer.editor().generation();
        edit(layer.editor().bytes())
            .then(&layer, [this, &layer, name, generation](const base::Result<QByteArray> &text) {
                if (!text) {
                    Q_EMIT refused(name, text.error());
                } else if (generation == layer.editor().generation()) {
                    layer.editor().replaceInPlace(*text);
                    Q_EMIT written(name);
                }
            });
    });
}

} // namespace mediahelm::ui
