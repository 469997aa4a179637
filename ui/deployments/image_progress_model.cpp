// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/image_progress_model.h"

#include "ui/style/format.h"
#include "ui/style/icons.h"

#include <algorithm>

namespace mediahelm::ui {

using model::ImageProgress;
using model::LayerProgress;

namespace {

// An index knows its image by its number, from 1 for layers; 0 is an image itself.
constexpr quintptr ofImage = 0;

struct Bytes {
    qint64 current = 0;
    qint64 total = 0;
};

// Of the layers whose size is told.
Bytes bytesOf(const ImageProgress &image)
{
    Bytes bytes;
    for (const LayerProgress &layer : image.layers) {
        if (layer.total <= 0)
            continue;
        bytes.current += layer.done ? layer.total : std::min(layer.current, layer.total);
        bytes.total += layer.total;
    }
    return bytes;
}

QVariant progressData(const Bytes &bytes, bool done, int role)
{
    if (role == ImageProgressModel::FractionRole) {
        if (done)
            return 1.0;
        return bytes.total > 0 ? QVariant(double(bytes.current) / double(bytes.total)) : QVariant();
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (bytes.total <= 0)
        return {};
    return done ? formatBytes(bytes.total)
                : ImageProgressModel::tr("%1 of %2", "bytes").arg(formatBytes(bytes.current), formatBytes(bytes.total));
}

} // namespace

void ImageProgressModel::setImages(const QList<ImageProgress> &images)
{
    if (images.size() < m_images.size()) { // another deployment
        beginResetModel();
        m_images.clear();
        endResetModel();
    }
    const qsizetype before = m_images.size();
    if (images.size() > before) {
        beginInsertRows({}, int(before), int(images.size()) - 1);
        for (qsizetype i = before; i < images.size(); ++i) {
            ImageProgress image = images.at(i);
            image.layers.clear();
            m_images.append(image);
        }
        endInsertRows();
    }
    for (qsizetype i = 0; i < images.size(); ++i) {
        setLayers(int(i), images.at(i).layers);
        m_images[i] = images.at(i);
        Q_EMIT dataChanged(index(int(i), 0), index(int(i), columnCountOf - 1));
    }
}

void ImageProgressModel::setLayers(int image, const QList<LayerProgress> &layers)
{
    const QModelIndex parent = index(image, 0);
    QList<LayerProgress> &known = m_images[image].layers;
    if (layers.size() < known.size()) {
        beginRemoveRows(parent, int(layers.size()), int(known.size()) - 1);
        known.resize(layers.size());
        endRemoveRows();
    } else if (layers.size() > known.size()) {
        beginInsertRows(parent, int(known.size()), int(layers.size()) - 1);
        known = layers;
        endInsertRows();
    }
    known = layers;
    if (!known.isEmpty())
        Q_EMIT dataChanged(index(0, 0, parent), index(int(known.size()) - 1, columnCountOf - 1, parent));
}

QModelIndex ImageProgressModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : ofImage);
}

QModelIndex ImageProgressModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofImage)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, ofImage);
}

int ImageProgressModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_images.size());
    const bool image = parent.internalId() == ofImage && parent.column() == 0;
    return image && parent.row() < m_images.size() ? int(m_images.at(parent.row()).layers.size()) : 0;
}

int ImageProgressModel::columnCount(const QModelIndex & /*parent*/) const
{
    return columnCountOf;
}

QVariant ImageProgressModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == ofImage)
        return imageData(m_images.at(index.row()), index.column(), role);
    return layerData(m_images.at(qsizetype(index.internalId()) - 1).layers.at(index.row()), index.column(), role);
}

QVariant ImageProgressModel::imageData(const ImageProgress &image, int column, int role) const
{
    if (column == ProgressColumn)
        return progressData(bytesOf(image), image.done, role);
    if (role == Qt::DecorationRole && column == NameColumn) {
        if (image.failed)
            return symbolIcon(QStringLiteral("error-fill"), Tone::bad);
        return image.done ? symbolIcon(QStringLiteral("check_circle-fill"), Tone::good)
                          : symbolIcon(QStringLiteral("download"), Tone::info);
    }
    if (role == Qt::AccessibleTextRole && column == NameColumn)
        return tr("%1: %2", "image, status").arg(image.name, image.status);
    if (role == Qt::ToolTipRole)
        return Qt::convertFromPlainText(column == NameColumn ? image.name : image.status);
    if (role != Qt::DisplayRole)
        return {};
    return column == NameColumn ? image.name : image.status;
}

QVariant ImageProgressModel::layerData(const LayerProgress &layer, int column, int role) const
{
    if (column == ProgressColumn)
        return progressData({layer.done ? layer.total : layer.current, layer.total}, layer.done, role);
    if (role == Qt::DecorationRole && column == NameColumn)
        return layer.done ? symbolIcon(QStringLiteral("check"), Tone::good) : quietIcon(QStringLiteral("download"));
    if (role != Qt::DisplayRole)
        return {};
    return column == NameColumn ? layer.id : layer.status;
}

QVariant ImageProgressModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Image");
    case StatusColumn: return tr("Status");
    default: return tr("Progress");
    }
}

} // namespace mediahelm::ui
