export default definePageConfig({ navigationBarTitleText: '今日单据', enablePullDownRefresh: true });
