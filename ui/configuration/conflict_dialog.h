// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration.h"
#include "ui/configuration/lexers.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace mediahelm::ui {

class TextEditor;

// A file that was changed here and on the disk: what both began with, what is on the disk, what is here, side by side,
// and the ways out. Closing it decides nothing. Owned by its parent, destroyed when closed; main thread.
class ConflictDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Sides {
        QString path;
        Syntax syntax = Syntax::plain;
        QByteArray base;
        QByteArray theirs;
        QByteArray mine;
        bool gone = false; // there is no file on the disk any more
    };

    ConflictDialog(control::Configuration &configuration, Sides sides, QWidget *parent = nullptr);

Q_SIGNALS:
    void mineKept();
    void theirsTaken();
    void merged(const QByteArray &bytes);

private:
    QWidget *makeSides();
    QWidget *makeSide(const QString &title, const QByteArray &bytes, const QByteArray &other);
    QWidget *makeButtons();
    void take(const base::Result<control::MergedText> &merged);

    const Sides m_sides;
    QByteArray m_merged;
    QLabel *m_state;
    QPushButton *m_merge = nullptr;
};

// The lines of `text`, from 0, that `other` does not have, in the order of both.
QList<int> linesThatDiffer(const QByteArray &text, const QByteArray &other);

} // namespace mediahelm::ui
