// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "ui/configuration/lexers.h"

#include <QByteArray>

namespace mediahelm::ui {

// The text of one file: what goes in comes out byte for byte but for what was typed, whatever its line ends, with a
// byte order mark or without. Places are bytes of the file. Owned by its parent; main thread.
class TextEditor final : public QsciScintilla
{
    Q_OBJECT

public:
    explicit TextEditor(Syntax syntax, QWidget *parent = nullptr);

    // A new text, which cannot be undone to what was before; it counts as saved.
    void load(const QByteArray &bytes);
    // The same text otherwise, as one step that can be undone; only what differs is touched.
    void replaceAll(const QByteArray &bytes);
    // The same, with the caret and what is in view held where they are.
    void replaceInPlace(const QByteArray &bytes);
    void forgetUndo(); // nothing can be undone any more; the text counts as saved
    QByteArray bytes() const;
    // Writes patches of the present text as one step. False, and nothing, where one does not lie in it.
    bool apply(const QList<model::TextPatch> &patches);
    void replaceSpan(const model::Span &span, const QByteArray &text); // and puts the cursor behind it

    void setProblems(const QList<model::Diagnostic> &problems); // of this file
    const QList<model::Diagnostic> &problems() const { return m_problems; }
    const model::Diagnostic *problemAt(qsizetype byte) const;

    qsizetype cursorByte() const;
    void select(const model::Span &span); // and shows it
    void goTo(const model::Place &place);
    model::Place cursorPlace() const;
    QRect cursorRect() const; // of the caret, in this widget
    // Counts changes of the text: an answer about another one is none.
    int generation() const { return m_generation; }

    // Where text is searched from the cursor on, around the end; what is found is selected.
    struct Find {
        QString text;
        bool matchCase = false;
        bool wholeWords = false;
    };
    bool find(const Find &find, bool forward, bool stay = false);
    bool replaceFound(const Find &find, const QString &with); // what is selected, if it is what is looked for
    int replaceEvery(const Find &find, const QString &with); // as one step; how many

Q_SIGNALS:
    void edited(); // the text changed
    void typed(QChar character); // by a key
    void rested(qsizetype byte, const QPoint &at); // the pointer, on a byte; `at` in this widget
    void restEnded();
    void definitionAsked(qsizetype byte);
    void keyOffered(QKeyEvent *event); // before the editor takes it; accepted, it does not

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUp();
    void dress();
    void dressMarks(const Palette &palette);
    void updateMargin();
    void markVisible();
    void markIn(const QByteArray &text, int from);
    void put(int from, int to, const QByteArray &text);
    QByteArray raw() const; // without the byte order mark
    model::Span spanOf(const model::Diagnostic &problem) const; // in the editor
    int toPosition(const model::Place &place) const;
    int bom() const { return int(m_mark.size()); }

    const Syntax m_syntax;
    QByteArray m_mark; // the byte order mark, or empty
    QList<model::Diagnostic> m_problems;
    int m_generation = 0;
};

} // namespace mediahelm::ui
