// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/configuration/editor_colors.h"
#include "ui/configuration/scintilla.h"

namespace mediahelm::ui {

enum class Syntax { yaml, env, plain };

// Highlights .env files line by line: names, values in quotes, comments. Values in quotes over several lines are
// followed. Owned by its editor; main thread.
class EnvLexer final : public QsciLexerCustom
{
    Q_OBJECT

public:
    using QsciLexerCustom::QsciLexerCustom;

    const char *language() const override { return "dotenv"; }
    QString description(int style) const override;
    void styleText(int start, int end) override;
};

// A lexer for the syntax in the colours of a palette, or none for plain text. Owned by `parent`.
QsciLexer *makeLexer(Syntax syntax, QObject *parent);
void dressLexer(QsciLexer &lexer, const Palette &palette, const QFont &font);

} // namespace mediahelm::ui
