// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration.h"
#include "core/control/form_desk.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace mediahelm::ui {

class FormPane;
class OpenFile;
class OpenFiles;

// Keeps a form and the text beside it the same: what is typed is shown in the form after a pause, and what the form
// asks for is written into the text as one step that can be undone, the caret and what is in view staying where they
// are. Works only while the form is shown. Owned by its parent; main thread.
class FormLink final : public QObject
{
    Q_OBJECT

public:
    // All are borrowed and outlive it.
    FormLink(control::Configuration &configuration, OpenFiles &files, FormPane &pane, QObject *parent = nullptr);

    void setOn(bool on); // the form is shown

private:
    OpenFile *file() const; // the current one, where it has a form and is read; else null
    void onFile();
    void onEdited();
    void ask();
    void write(); // the first of what is wanted
    void onWritten(OpenFile &file, int generation, const base::Result<QByteArray> &text);

    control::Configuration &m_configuration;
    OpenFiles &m_files;
    FormPane &m_pane;
    QTimer m_pause; // in typing
    QString m_asked; // "path generation" that the form was asked for last
    struct Wanted {
        QPointer<OpenFile> file;
        control::FormEdit edit;
    };
    QList<Wanted> m_wanted; // one after the other: each is of the text that the one before left
    bool m_isWriting = false;
    bool m_isOn = false;
};

} // namespace mediahelm::ui
