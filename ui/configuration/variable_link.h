// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/configuration.h"

#include <QObject>

#include <functional>

namespace mediahelm::ui {

class OpenFile;
class OpenFiles;

// Writes values of variables into the editors of their layers, each as one step that can be undone. Owned by its
// parent; main thread.
class VariableLink final : public QObject
{
    Q_OBJECT

public:
    // Both are borrowed and outlive it.
    VariableLink(control::Configuration &configuration, OpenFiles &files, QObject *parent = nullptr);

    void setValue(const QString &file, const QString &name, const QString &value);
    void takeOut(const QString &file, const QString &name); // back to what holds without it

Q_SIGNALS:
    void written(const QString &name);
    void refused(const QString &name, const mediahelm::base::Error &error);

private:
    using Edit = std::function<QFuture<base::Result<QByteArray>>(const QByteArray &layer)>;

    void write(const QString &file, const QString &name, const Edit &edit);

    control::Configuration &m_configuration;
    OpenFiles &m_files;
};

} // namespace mediahelm::ui
